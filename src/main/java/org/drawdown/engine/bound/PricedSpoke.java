package org.drawdown.engine.bound;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/**
 * The least cost of one spoke when it pays for trucks, escorts and seats by the day. It may have as
 * many as it likes. For every last day of departure, each load takes its best trip not before it
 * can be packed, or stays where it may; the people ride in proportion where all have to ride, and
 * else each goes by the way that is best for them.
 */
final class PricedSpoke {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Last days of departure that are looked at together. */
  private static final int SPAN = 12;

  private final Model model;
  private final Problem problem;
  private final Model.Spoke spoke;
  private final Relaxation apart;
  private final int days;

  /** Loads before the final movement. */
  private final int loads;

  private final int mostLoads;
  private final boolean proportional;
  private final boolean mayLeave;

  private final PricedClosing end;
  private final double wCost;
  private final double wExposure;
  private final double wRisk;

  /** The loads that go before the final movement. */
  final ReadyLoads cargo;

  private final double[][] person;
  private final double[] dearest;

  /** For each day of departure the best trip of a truck and of a vehicle that drives itself. */
  private final Offer riding;

  private final Offer empty;
  private double cheapestPerson;

  private double convoysLeast;

  PricedSpoke(Model model, Model.Spoke spoke, Relaxation apart) {
    this.model = model;
    this.problem = model.problem;
    this.spoke = spoke;
    this.apart = apart;
    this.days = model.days;
    this.loads = spoke.cargo.loads();
    this.mostLoads = Math.max(1, spoke.cargo.loads());
    int due = spoke.site.due(problem.deadline());
    this.wCost = problem.weight(Term.COST);
    this.wExposure = problem.weight(Term.EXPOSURE);
    this.mayLeave = problem.mayLeaveBehind() || problem.hardDeadline();
    this.cargo = new ReadyLoads(spoke, days, due, problem);
    this.wRisk = problem.weight(Term.CONVOY_RISK) / (double) ObjectiveFigures.METRES_OF_RISK;
    this.person = new double[spoke.paths.length][days];
    this.dearest = new double[days];
    this.riding = new Offer(days);
    this.empty = new Offer(days);
    this.end = new PricedClosing(model, spoke);
    this.proportional = rides();
    int shortest = Trips.NEVER;
    for (var path : spoke.paths) {
      for (int p = 0; p < days; p++) {
        shortest = path.arrives[p] < 0 ? shortest : Math.min(shortest, path.arrives[p] - p + 1);
      }
    }
    Arrays.fill(cargo.rebate, wCost * ObjectiveFigures.TRUCK_DAY * shortest);
  }

  /** Whether all who travel before the rear party have to ride, each convoy taking its share. */
  private boolean rides() {
    if (mayLeave || !spoke.allRoads || !spoke.hasRoad() || loads == 0) {
      return false;
    }
    // Rounding may add up, by half a person for each vehicle still to go at the most.
    double drift = 0.5 * (2 + StrictMath.log(loads));
    return (double) spoke.people / loads + drift <= problem.convoy().seatsPerVehicle();
  }

  /** The least that the spoke costs at these prices; what it then wants is added to them. */
  double least(Prices prices) {
    cargo.forget();
    weighPeople(prices);
    end.settle(prices, person);
    return proportional ? riding(prices) : apart(prices);
  }

  private void weighPeople(Prices prices) {
    Arrays.fill(dearest, 0);
    cheapestPerson = NEVER;
    for (int i = 0; i < spoke.paths.length; i++) {
      var path = spoke.paths[i];
      for (int p = 0; p < days; p++) {
        person[i][p] = NEVER;
        int t = path.departs[p];
        if (t >= 0) {
          double cost =
              wExposure * (spoke.site.threat() * (t + 1.0) + path.exposure[p])
                  + prices.fromArrival(spoke.hub, path.arrives[p]);
          person[i][p] = cost;
          cheapestPerson = Math.min(cheapestPerson, cost);
          dearest[t] = cost < NEVER ? Math.max(dearest[t], cost) : dearest[t];
        }
      }
    }
    for (int t = 1; t < days; t++) {
      dearest[t] = Math.max(dearest[t], dearest[t - 1]);
    }
  }

  /** People and loads each for themselves: where seats may lack, or loads may stay. */
  private double apart(Prices prices) {
    double cost = end.cost(apart.earliestHandover(spoke.index));
    if (cost == NEVER) {
      return NEVER;
    }
    double people = spoke.people == 0 ? 0 : spoke.people * end.person(0);
    double whatever = cost + (mayLeave || loads == 0 ? 0 : apart.loadsAlone(spoke));
    if (!spoke.allRoads || !spoke.hasRoad() || loads == 0) {
      return whatever + people;
    }
    return Math.max(whatever, loadsPriced(prices, whatever)) + people;
  }

  /**
   * The least cost of the loads and of the closing if each load takes its best trip up to a last
   * day, or stays where it may. A convoy that is not full, or has people on board, costs no less.
   *
   * @param enough a cost below which what the loads want does not matter
   */
  private double loadsPriced(Prices prices, double enough) {
    offerApart(prices);
    int from = Math.max(apart.earliestHandover(spoke.index) - 1, mayLeave ? 0 : cargo.allReady());
    double least = NEVER;
    int bestDay = -1;
    var sums = cargo.new Sums(empty, days - 1);
    for (int d = 0; d < days; d++) {
      sums.add(d);
      if (d >= from && end.cost(d + 1) < NEVER) {
        double total = end.cost(d + 1) + sums.sum() + sums.notReady() + cargo.rebates();
        if (total < least) {
          least = total;
          bestDay = d;
        }
      }
    }
    if (bestDay >= 0 && least >= enough) {
      var chosen = cargo.new Sums(empty, bestDay);
      for (int d = 0; d <= bestDay; d++) {
        chosen.add(d);
      }
      want(chosen, prices);
    }
    return least;
  }

  /** Offers the trips of loads by themselves, each vehicle with its share of a full convoy. */
  private void offerApart(Prices prices) {
    empty.clear(days - 1);
    for (int i = 0; i < spoke.paths.length; i++) {
      var path = spoke.paths[i];
      for (int p = 0; p < days; p++) {
        int t = path.departs[p];
        if (t >= 0) {
          double own = vehicle(prices, path, p);
          empty.take(t, i * days + p, own, own + truck(prices, path, p));
        }
      }
    }
  }

  /** A vehicle's share of a full convoy: escorts and risk. */
  private double vehicle(Prices prices, Model.Path path, int p) {
    double escorts = problem.convoy().escorts() * prices.escorts(p, path.arrives[p]);
    return escorts / spoke.maxVehicles + wRisk * path.risk;
  }

  /** What a truck costs besides. */
  private double truck(Prices prices, Model.Path path, int p) {
    int days = path.arrives[p] - p + 1;
    return wCost * ObjectiveFigures.TRUCK_DAY * days + prices.trucks(p, path.arrives[p]);
  }

  private double riding(Prices prices) {
    double least = NEVER;
    int bestDay = -1;
    int bestEnd = -1;
    int from = cargo.allReady();
    double whateverRides = whateverRides(prices);
    while (from < days && end.cost(from + 1) + whateverRides < least) {
      int to = Math.min(days - 1, from + SPAN - 1);
      double emptyTruck = offer(prices, to);
      double fixed = spoke.people * cheapestPerson + convoysLeast + cargo.rebates();
      var withPeople = cargo.new Sums(riding, to);
      var without = cargo.new Sums(empty, to);
      for (int d = 0; d <= to; d++) {
        withPeople.add(d);
        without.add(d);
        if (d >= from) {
          double people = withPeople.sum() - without.sum();
          double rides = without.sum() + fewer(people, emptyTruck) + fixed;
          double total = end.cost(d + 1) + Math.max(rides, whateverRides);
          if (total < least) {
            least = total;
            bestDay = d;
            bestEnd = to;
          }
        }
      }
      from = to + 1;
    }
    if (bestDay >= 0) {
      offer(prices, bestEnd);
      var sums = cargo.new Sums(riding, bestEnd);
      for (int d = 0; d <= bestDay; d++) {
        sums.add(d);
      }
      want(sums, prices);
    }
    return least;
  }

  /** The least cost of people and loads if each takes the best trip. */
  private double whateverRides(Prices prices) {
    double truck = NEVER;
    double own = NEVER;
    for (int i = 0; i < spoke.paths.length; i++) {
      var path = spoke.paths[i];
      for (int p = 0; p < days; p++) {
        if (path.departs[p] >= 0) {
          double vehicle = vehicle(prices, path, p);
          own = Math.min(own, vehicle);
          truck = Math.min(truck, vehicle + truck(prices, path, p));
        }
      }
    }
    int boxes = spoke.cargo.truckloads[loads];
    double people = spoke.people == 0 ? 0 : spoke.people * cheapestPerson;
    return people + boxes * truck + (loads == boxes ? 0 : (loads - boxes) * own);
  }

  /** The rest of the people's cost if empty trucks go ahead wherever that pays. */
  private double fewer(double people, double emptyTruck) {
    if (emptyTruck <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double floor = emptyTruck * mostLoads;
    if (people <= floor) {
      return people;
    }
    double saved = StrictMath.sqrt(people) - StrictMath.sqrt(floor);
    return people - saved * saved;
  }

  /**
   * The best trips for each day of departure up to one. Each convoy pays its escorts, less what
   * rounding its people can gain: half a person who leaves on the best day rather than the worst.
   * Returns what an empty truck costs at least.
   */
  private double offer(Prices prices, int end) {
    double dearestPerson = dearest[end];
    double share = (double) spoke.people / mostLoads;
    int least = (loads + spoke.maxVehicles - 1) / spoke.maxVehicles;
    double cheapestConvoy = NEVER;
    for (int pass = 0; pass < 2; pass++) {
      if (pass == 1) {
        cheapestConvoy = cheapestConvoy == NEVER ? 0 : Math.max(0, cheapestConvoy);
        convoysLeast = cheapestConvoy * least;
        riding.clear(end);
        empty.clear(end);
      }
      for (int i = 0; i < spoke.paths.length; i++) {
        var path = spoke.paths[i];
        for (int p = 0; p < days; p++) {
          int t = path.departs[p];
          if (t < 0 || t > end || person[i][p] == NEVER) {
            continue;
          }
          double e = person[i][p];
          double gain = 0.5 * Math.max(dearestPerson - e, e - cheapestPerson);
          double convoy =
              problem.convoy().escorts() * prices.escorts(p, path.arrives[p])
                  - (spoke.people == 0 ? 0 : gain);
          if (pass == 0) {
            cheapestConvoy = Math.min(cheapestConvoy, convoy);
          } else {
            double left = convoy - cheapestConvoy;
            double vehicle = (left >= 0 ? left / spoke.maxVehicles : left) + wRisk * path.risk;
            double truck = vehicle + truck(prices, path, p);
            int trip = i * days + p;
            double people = share * (e - cheapestPerson);
            riding.take(t, trip, vehicle + people, truck + people);
            empty.take(t, trip, vehicle, truck);
          }
        }
      }
    }
    double emptyTruck = NEVER;
    double notKept = 0;
    for (int t = 0; t <= end; t++) {
      emptyTruck = Math.min(emptyTruck, empty.truck[t]);
      notKept = Math.min(notKept, empty.own[t]);
    }
    convoysLeast += notKept * (mostLoads - loads);
    return emptyTruck;
  }

  /** Adds to what is wanted of trucks and escorts the trips that the loads take. */
  private void want(ReadyLoads.Sums sums, Prices prices) {
    sums.forEach(
        (trip, isTruck, number) -> {
          var path = spoke.paths[trip / days];
          int p = trip % days;
          if (isTruck) {
            prices.wantTrucks(p, path.arrives[p], number);
          }
          double escorts = number * problem.convoy().escorts() / spoke.maxVehicles;
          prices.wantEscorts(p, path.arrives[p], escorts);
        });
  }

  /** The share of the truckloads of a priority that no truck was chosen for. */
  double missing(int priority) {
    return cargo.missing(priority);
  }
}
