/** What no valid plan can beat, and what makes a plan impossible: theorems about relaxations. */
package org.drawdown.engine.bound;
