/** Writes an amount of whole fen in yuan: 1234.50, and without fen where there are none. */
export function yuanOfFen(fen: number): string {
  const [yuan, rest] = [Math.floor(fen / 100), fen % 100]
  return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, '0')}`
}

/** An amount as it is typed in yuan, in whole fen; null: it is none of at most two decimals. */
export function fenOf(typed: string): number | null {
  const read = /^(\d{1,11})(?:[.．](\d{1,2}))?$/.exec(typed.trim().replace(/[,，\s]/g, ''))
  return read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : null
}
