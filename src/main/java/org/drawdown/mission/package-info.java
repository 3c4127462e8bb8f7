/**
 * The mission's data: the mission itself, its bases, units, assets, routes, exits, restrictions and
 * phases, each kept as the document that clients sent, and the dataset of them all.
 */
package org.drawdown.mission;
