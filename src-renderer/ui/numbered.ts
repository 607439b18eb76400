/** Puts the short number of an incident in front of its name, where it has one. */
export const numbered = (name: string, number: string | null | undefined): string =>
  number ? `${number} ${name}` : name
