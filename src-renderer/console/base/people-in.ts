/** Reads names out of a line in which somebody has typed several. */

/** The persons of a line, each once: `张三、李四`. */
export const peopleIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,;；\n]/)
      .map((person) => person.trim())
      .filter((person) => person !== ''),
  ),
]
