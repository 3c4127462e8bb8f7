/** Durable jobs: taken up once, by one of the replicas, and again if it dies. */
package org.drawdown.jobs;
