/**
 * Finding plans: a serial schedule generation scheme turns keys (the order of convoys, their sizes,
 * roads and earliest days) into a plan that keeps every rule, and a search improves the keys.
 */
package org.drawdown.engine.search;
