/**
 * From keys to a plan: a serial schedule generation scheme takes the convoys in the order of the
 * keys, with their sizes, roads and earliest days, and builds a plan that keeps every rule.
 */
package org.drawdown.engine.decoder;
