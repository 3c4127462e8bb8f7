package org.drawdown.engine.decoder;

import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/** The flow through a hub: arrivals, the yard, and the way onward. */
final class HubFlow {

  /** Days whose fullest yard is kept together, as a power of two. */
  private static final int BLOCK = 4;

  private final Model model;
  private final Problem.Site site;
  private final int hub;
  private final int days;
  private final int[] ships;
  private final int[] seats;
  private final boolean yardBinds;

  private final Arrivals past;
  private final Arrivals held;
  private final Arrivals now;
  private Arrivals origin;
  private boolean touched;

  /** The days of the hub as {@link #close} found them, -1 where there is none. */
  int firstFlow;

  int handover;
  int closedOn;

  /** Person-days at the hub and person-days late. */
  long personDays;

  long late;

  /** Arrivals by day, the yard at the end of each day, and what could have been shipped besides. */
  private final class Arrivals {
    final int[] loads = new int[days];
    final int[] people = new int[days];
    final int[] yard = new int[days];
    final int[] idle = new int[days];
    final int[] fullest = new int[((days - 1) >> BLOCK) + 1];

    void copyFrom(Arrivals other) {
      System.arraycopy(other.loads, 0, loads, 0, days);
      System.arraycopy(other.people, 0, people, 0, days);
      if (yardBinds) {
        System.arraycopy(other.yard, 0, yard, 0, days);
        System.arraycopy(other.idle, 0, idle, 0, days);
        System.arraycopy(other.fullest, 0, fullest, 0, fullest.length);
      }
    }
  }

  HubFlow(Model model, int hub, Past fixed) {
    this.model = model;
    this.hub = hub;
    this.site = model.problem.sites().get(hub);
    this.days = model.days;
    this.ships = model.onward[hub];
    this.seats = model.charter[hub];
    long arriving = 0;
    for (var spoke : model.spokes) {
      arriving += spoke != null && spoke.hub == hub ? model.loads[spoke.index] : 0;
    }
    this.yardBinds = arriving > site.storage();
    this.past = new Arrivals();
    this.held = new Arrivals();
    this.now = new Arrivals();
    System.arraycopy(fixed.loadsArriving[hub], 0, past.loads, 0, days);
    System.arraycopy(fixed.peopleArriving[hub], 0, past.people, 0, days);
    int stood = 0;
    for (int d = 0; d < days; d++) {
      past.idle[d] = Math.max(0, ships[d] - stood);
      stood = Math.max(0, stood - ships[d]) + past.loads[d];
      past.yard[d] = stood;
      past.fullest[d >> BLOCK] = Math.max(past.fullest[d >> BLOCK], stood);
    }
    clear();
  }

  /** Back to what the fixed movements alone bring. */
  void clear() {
    if (touched || origin != past) {
      origin = past;
      now.copyFrom(past);
      touched = false;
    }
  }

  /** From here on {@link #reset} leads back to what has come by now. */
  void hold() {
    held.copyFrom(now);
    origin = held;
    touched = false;
  }

  void reset() {
    if (touched) {
      now.copyFrom(origin);
      touched = false;
    }
  }

  /**
   * Whether the yard has room for more loads that arrive on a day, then and as long as they stand.
   */
  boolean holds(int day, int loads) {
    if (!yardBinds || loads == 0) {
      return true;
    }
    int room = site.storage();
    int block = day >> BLOCK;
    while (block < now.fullest.length && now.fullest[block] + loads <= room) {
      block++;
    }
    if (block == now.fullest.length) {
      return true;
    }
    int left = loads;
    for (int d = day; d < days; d++) {
      left -= d == day ? 0 : Math.min(left, now.idle[d]);
      if (left == 0) {
        return true;
      }
      if (now.yard[d] + left > room) {
        return false;
      }
    }
    return true;
  }

  /** Loads and people arrive. */
  void add(int day, int loads, int people) {
    touched = true;
    now.loads[day] += loads;
    now.people[day] += people;
    if (!yardBinds) {
      return;
    }
    int left = loads;
    for (int d = day; d < days && left > 0; d++) {
      if (d > day && now.idle[d] > 0) {
        int shipped = Math.min(left, now.idle[d]);
        now.idle[d] -= shipped;
        left -= shipped;
      }
      now.yard[d] += left;
      now.fullest[d >> BLOCK] = Math.max(now.fullest[d >> BLOCK], now.yard[d]);
    }
  }

  /**
   * Ships the yard and the hub's own, flies people home, hands over, flies the rear party.
   *
   * @param lastPass last day on which a movement passes or arrives
   * @param after a day before which the handover cannot begin
   * @return whether all is over by the horizon
   */
  boolean close(int lastPass, int after) {
    firstFlow = Problem.UNLIMITED;
    personDays = 0;
    late = 0;
    int last = flow(lastPass);
    if (last == Problem.UNLIMITED) {
      return false;
    }
    handover = Math.max(last, Math.max(lastPass, after)) + 1;
    int signed = handover + site.handoverDays();
    int rear = site.rearParty();
    if (signed >= days) {
      closedOn = signed - 1;
      return rear == 0 && closedOn < days;
    }
    closedOn = rear == 0 ? signed - 1 : signed;
    personDays += (long) rear * signed;
    boolean atOnce = model.charterPeak[hub][signed] >= rear;
    while (rear > 0 && closedOn < days) {
      int flown = Math.min(seats[closedOn], rear);
      flown = atOnce && flown < rear ? 0 : flown;
      personDays += rear;
      late += site.liquidation() ? 0 : (long) flown * daysLate(closedOn);
      rear -= flown;
      closedOn += rear > 0 ? 1 : 0;
    }
    return closedOn < days;
  }

  /** The last day on which anything goes onward, -1 if nothing does, UNLIMITED if not all can. */
  private int flow(int arrivals) {
    int ownLoads = model.loads[hub];
    int ownPeople = model.travellers[hub] - site.rearParty();
    int stands = 0;
    int waits = 0;
    int last = -1;
    int stay = Math.max(0, site.guard() - site.rearParty());
    long packed = 0;
    int d = 0;
    while (stands > 0 || waits > 0 || ownLoads > 0 || ownPeople > 0 || d <= arrivals) {
      if (d >= days) {
        return Problem.UNLIMITED;
      }
      personDays += waits + ownPeople;
      int out = Math.min(ships[d], stands);
      int own = (int) Math.min(ships[d] - out, Math.min(ownLoads, packed));
      stands += now.loads[d] - out;
      ownLoads -= own;
      packed -= own;
      int flown = Math.min(seats[d], waits);
      int mayFly = d <= arrivals ? Math.max(0, ownPeople - stay) : ownPeople;
      int ownFlown = Math.min(seats[d] - flown, mayFly);
      waits += now.people[d] - flown;
      ownPeople -= ownFlown;
      if (out + own + flown + ownFlown > 0) {
        last = d;
        firstFlow = Math.min(firstFlow, d);
      }
      late += (long) (flown + ownFlown) * daysLate(d);
      packed += site.packing();
      d++;
    }
    return last;
  }

  private int daysLate(int day) {
    return Math.max(
        0, Math.min(ObjectiveFigures.LONGEST_PEOPLE_LATE, day - model.problem.deadline()));
  }
}
