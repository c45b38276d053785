package org.dianjiao.storage;

import java.util.Optional;
import org.dianjiao.people.Role;

/**
 * One line of a list of projects.
 *
 * @param project which
 * @param documents how many it has
 * @param role of the account that was asked about; empty when none was, or it is no member
 */
public record ProjectSummary(Project project, int documents, Optional<Role> role) {}
