/**
 * The command line: plans without a server that anybody has to run. What needs the planner starts
 * the service for itself alone, on this machine, with nothing kept.
 */
package org.drawdown.command;
