/**
 * Why a plan is as it is: for each base the chain of what held its date, back to the start; the
 * float of every movement; who contributes what to every term. Read off the plan and its books,
 * never off the search.
 */
package org.drawdown.engine.explain;
