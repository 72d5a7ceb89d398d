package dev.iacguard.rules.check;

import dev.iacguard.core.rule.report.StageIdentity;
import java.util.List;

/**
 * A stage that an export shows, together with the stages of the code.
 *
 * @param account with its Region, for people
 * @param sure the stages of the code that are this one
 * @param possible those that may be
 * @param unseen why the code may declare it although it is not seen; empty when all was read
 */
public record DeployedStage(
    StageIdentity stage,
    String account,
    List<StageIdentity> sure,
    List<StageIdentity> possible,
    String unseen) {}
