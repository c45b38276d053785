/**
 * The packed product as people use it: started as a process of its own, killed without warning, and
 * worked with in real browsers. Nothing here sees the product's classes; it is known by its command
 * line, its HTTP interface and the names of what is on the page.
 */
package org.dianjiao.e2e;
