/**
 * What comes before a request is anybody's: odd addresses, missing hosts, and the contract itself.
 */
package org.drawdown.api.door;
