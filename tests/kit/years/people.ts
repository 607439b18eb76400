/** The roster of the made-up years, as a program before the register of people wrote it. */

const person = (name: string, number: number): { person: string; phone: string }[] => [
  { person: name, phone: `0000 ${String(number).padStart(4, '0')}` },
]

/** One post is empty on purpose: its alerts go on to the next post at once, and say so. */
export const ROSTER: Record<string, { person: string; phone: string }[]> = {
  'hotline-agent': [...person('云小丁', 1), ...person('雀小戊', 2)],
  'hotline-supervisor': person('湾小己', 3),
  'duty-staff': person('云小庚', 4),
  'hall-staff': [...person('雀小辛', 5), ...person('湾小壬', 6)],
  'group-leader': person('云小癸', 7),
  'line-head': person('雀大甲', 8),
  'information-centre': [...person('湾大乙', 9), ...person('云大丙', 10)],
  publicity: [],
  'department-manager': person('雀大丁', 11),
  'leader-in-charge': person('湾大戊', 12),
  'supervising-leader': person('湾大戊', 12),
  'service-department': person('湾大己', 38),
  finder: person('云大己', 13),
  'property-company': person('雀大庚', 14),
  guards: [...person('湾大辛', 15), ...person('云大壬', 16)],
  'hall-workers': person('雀大癸', 17),
  'general-section': person('湾老甲', 18),
  sections: person('云老乙', 19),
  'centre-leader': person('雀老丙', 20),
  'store-head': person('湾老丁', 21),
  'area-head': person('云老戊', 22),
  'general-administration': person('雀老己', 23),
  'hotline-centre': person('湾老庚', 24),
  'people-around': person('云老辛', 25),
  'call-taker': person('雀老壬', 26),
  'emergency-dispatch': person('湾老癸', 27),
  'emergency-crew': [...person('云阿甲', 28), ...person('雀阿乙', 29)],
  'staff-involved': person('湾阿丙', 30),
  colleague: person('云阿丁', 31),
  'general-manager': person('雀阿戊', 32),
  'duty-officer': person('湾阿己', 33),
  'window-staff': [...person('云阿庚', 34), ...person('雀阿辛', 35)],
  'info-desk': person('湾阿壬', 36),
  electrician: person('云阿癸', 37),
}
