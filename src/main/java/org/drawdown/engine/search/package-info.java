/** Finding plans: a search improves the keys from which the decoder builds plans. */
package org.drawdown.engine.search;
