/** Where people and loads are and where they go: bases, exits, and the routes between them. */
package org.drawdown.mission.places;
