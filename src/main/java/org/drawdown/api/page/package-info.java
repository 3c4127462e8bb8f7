/** Lists a page at a time: what a client asks for, and cursors that hold for it. */
package org.drawdown.api.page;
