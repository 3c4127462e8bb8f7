package org.drawdown.jobs;

/** A kind of durable job. A job of it is named by an id, and may be run more than once. */
public interface Job {

  /** How a run of a job ends. */
  enum Ending {
    /** The job is done. */
    DONE,
    /** The job is given back, to be taken up again, perhaps by another process. */
    AGAIN
  }

  /** Names the kind; never changes. */
  String kind();

  /**
   * Runs a job. An exception means that it is tried again a little later.
   *
   * @param id of the job
   */
  Ending run(String id);
}
