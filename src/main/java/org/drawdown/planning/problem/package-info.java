/** From dataset and assumptions to the engine's problem, and from documents to its plan. */
package org.drawdown.planning.problem;
