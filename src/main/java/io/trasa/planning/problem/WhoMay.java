package io.trasa.planning.problem;

import java.util.BitSet;
import java.util.List;

/**
 * Who may do a visit, and who should. Sets are of technicians' indexes.
 *
 * @param territory index, or −1 if the place lies in none
 * @param required only these may; empty means anybody
 * @param preferred these should; empty means it does not matter
 */
public record WhoMay(
    List<RequiredSkill> skills,
    int territory,
    BitSet required,
    BitSet prohibited,
    BitSet preferred) {

  public static final WhoMay ANYBODY =
      new WhoMay(List.of(), -1, new BitSet(), new BitSet(), new BitSet());

  public WhoMay withSkills(List<RequiredSkill> wanted) {
    return new WhoMay(wanted, territory, required, prohibited, preferred);
  }

  public WhoMay in(int place) {
    return new WhoMay(skills, place, required, prohibited, preferred);
  }

  public WhoMay only(BitSet technicians) {
    return new WhoMay(skills, territory, technicians, prohibited, preferred);
  }

  public WhoMay without(BitSet technicians) {
    return new WhoMay(skills, territory, required, technicians, preferred);
  }

  public WhoMay rather(BitSet technicians) {
    return new WhoMay(skills, territory, required, prohibited, technicians);
  }
}
