package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;

/** How projects review, in SQL. */
final class SqlReviewSettings {

  private record Row(ReviewSettings settings, String seed) {}

  private final Transactions transactions;

  SqlReviewSettings(Transactions transactions) {
    this.transactions = transactions;
  }

  ReviewSettings of(String project) {
    return row(project).settings();
  }

  Sampling sampling(String project) {
    Row row = row(project);
    return new Sampling(row.settings().sampled(), row.seed());
  }

  private Row row(String project) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT approvals_needed, sample_percent, sample_seed
                        FROM project WHERE id = :project""")
                    .bind("project", project)
                    .map((row, context) -> row(row))
                    .findOne())
        .orElseThrow(() -> new UnknownProject(project));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new ReviewSettings(row.getInt("approvals_needed"), row.getInt("sample_percent")),
        row.getString("sample_seed"));
  }

  void set(String project, ReviewSettings settings) {
    transactions.write(
        handle -> {
          SqlMembers.lockProject(handle, project);
          handle
              .createUpdate(
                  """
                  UPDATE project
                  SET approvals_needed = :approvals, sample_percent = :sampled,
                    sample_seed = CASE WHEN sample_seed = '' THEN :seed ELSE sample_seed END
                  WHERE id = :project""")
              .bind("approvals", settings.approvals())
              .bind("sampled", settings.sampled())
              .bind("seed", FreshId.next())
              .bind("project", project)
              .execute();
          return SqlMembers.raiseAclVersion(handle, project);
        });
  }
}
