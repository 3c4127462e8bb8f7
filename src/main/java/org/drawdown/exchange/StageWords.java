package org.drawdown.exchange;

import org.drawdown.engine.Plan.Stage;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** The stages in words. */
final class StageWords {

  private StageWords() {}

  static Text of(Stage stage) {
    return switch (stage) {
      case PREPARATION -> Messages::stagePreparation;
      case DRAWDOWN -> Messages::stageDrawdown;
      case HANDOVER -> Messages::stageHandover;
      case FINAL_WITHDRAWAL -> Messages::stageFinalWithdrawal;
      case CLOSED -> Messages::stageClosed;
    };
  }
}
