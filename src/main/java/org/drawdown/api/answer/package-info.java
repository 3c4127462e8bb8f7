/**
 * Answers: what resources return becomes bytes with an ETag, in the media type and the language
 * that the client accepts; an exception becomes a problem.
 */
package org.drawdown.api.answer;
