package org.drawdown.record.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.record.FactNames;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.movement.Movements;

/** Makes ready what was asked for, however it comes. */
@ApplicationScoped
public class PermissionFilings {

  private final RecordedMission mission;
  private final Permissions permissions;
  private final Movements movements;
  private final Recorder recorder;

  PermissionFilings(
      RecordedMission mission, Permissions permissions, Movements movements, Recorder recorder) {
    this.mission = mission;
    this.permissions = permissions;
    this.movements = movements;
    this.recorder = recorder;
  }

  /**
   * A clearance that was asked for.
   *
   * @throws Refusal naming what the mission does not have; 409 if its name is taken
   */
  public Recorder.Filing of(Permission permission) {
    var subject = permission.subject();
    var window = permission.window();
    var names =
        new FactNames(mission.opening())
            .base(subject.base(), "/subject/base")
            .bases(subject.bases(), "/subject/bases")
            .routes(subject.routes(), "/subject/routes")
            .exit(subject.exit(), "/subject/exit")
            .require(
                !window.to().isBefore(window.from()),
                "/window/to",
                m -> m.endsBeforeItBegins(window.to(), window.from()))
            .require(saysWhat(subject), "/subject", Messages::permissionSaysWhat);
    if (subject.movement() != null) {
      names.require(knows(subject.movement()), "/subject/movement", none(subject.movement()));
    }
    names.refuse();
    var ledger = recorder.hold();
    boolean taken =
        permission.corrects() == null && permissions.of(ledger).containsKey(permission.id());
    if (taken) {
      throw Refusal.conflict("NAME_TAKEN", m -> m.permissionExists(permission.id()), null);
    }
    return new Recorder.Filing(permission, null, null, permission.id(), List.of());
  }

  private static Text none(String movement) {
    return m -> m.noMovement(movement);
  }

  private static boolean saysWhat(Permission.Subject subject) {
    return subject.movement() != null
        || !subject.allBases().isEmpty()
        || subject.routes() != null && !subject.routes().isEmpty()
        || subject.exit() != null;
  }

  private boolean knows(String movement) {
    return movements.planned().containsKey(movement)
        || mission.ledger().columns().containsKey(movement);
  }
}
