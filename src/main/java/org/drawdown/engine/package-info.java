/**
 * The planning model in plain Java: the problem, the plan, the calendar of paces, the rules and the
 * terms. Days are counted from 0, the mission's start date; nothing here knows of dates, databases
 * or the web. {@code search} finds plans, {@code bound} says what no plan can beat, {@code
 * verifier} judges any plan with code of its own.
 */
package org.drawdown.engine;
