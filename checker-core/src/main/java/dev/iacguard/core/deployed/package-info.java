/**
 * Exports of what is deployed: answers of the AWS CLI, snapshots and query results of AWS Config.
 * They are read in one pass, as stacks in the vocabulary of CloudFormation.
 */
@NullMarked
package dev.iacguard.core.deployed;

import org.jspecify.annotations.NullMarked;
