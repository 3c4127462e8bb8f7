/**
 * What every room may use: the contract, problems, pages, the database driver, who is signed in.
 */
package org.drawdown.common;
