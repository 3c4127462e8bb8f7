package org.drawdown.language;

/**
 * Something said to a client, once it is known in which language: a function of the messages. A
 * text can be part of another; {@link Languages#say} says it.
 */
@FunctionalInterface
public interface Text {

  /** The words, with the messages of one language. */
  String in(Messages messages);
}
