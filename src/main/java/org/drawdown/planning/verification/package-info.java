/** The door to the verifier: judges a plan that was edited by hand. */
package org.drawdown.planning.verification;
