/** Who still flies, and who would be there in time for a wounded man. */
package org.drawdown.services.air;
