/** What a base or a convoy sends each evening in one sheet. */
package org.drawdown.record.evening;
