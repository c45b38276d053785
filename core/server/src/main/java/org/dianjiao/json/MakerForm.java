package org.dianjiao.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.dianjiao.suggestion.Maker;

/** A maker is told by its fields: a plugin with a version, or an account. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Maker.ByPlugin.class), @JsonSubTypes.Type(Maker.ByPerson.class)})
interface MakerForm {}
