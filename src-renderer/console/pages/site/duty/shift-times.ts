/** Times of a shift as somebody types them: `8`, `830`, `08:30`. */

/** `08:30`; null: it is no time of day. */
export function timeOf(typed: string): string | null {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:[:：.]?([0-5]\d))?$/.exec(typed.normalize('NFKC').trim()) ?? []
  return hour !== '' && Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** What a hall begins with, by how many shifts it works. Names stand in the message files. */
export const USUAL_SHIFTS = {
  three: [
    { name: 'early', begins: '08:00', ends: '16:00' },
    { name: 'late', begins: '16:00', ends: '00:00' },
    { name: 'night', begins: '00:00', ends: '08:00' },
  ],
  two: [
    { name: 'day', begins: '08:00', ends: '20:00' },
    { name: 'night', begins: '20:00', ends: '08:00' },
  ],
  day: [{ name: 'day', begins: '08:30', ends: '17:30' }],
} as const
export type UsualShifts = keyof typeof USUAL_SHIFTS
