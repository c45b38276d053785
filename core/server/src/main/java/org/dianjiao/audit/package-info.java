/**
 * What the audit log says: who was let do what, and who was not. Words only; the door to it is in
 * the storage. Content and secrets are never written down here.
 */
package org.dianjiao.audit;
