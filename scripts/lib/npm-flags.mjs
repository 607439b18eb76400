/** `npm start --demo`: without the lone `--` npm keeps the option for itself and hands it on in the environment only. Here it is heard all the same. */

const FLAGS = ['demo', 'data', 'site', 'port']

/** What npm kept, as arguments. A flag without a value comes as `true`. @param {NodeJS.ProcessEnv} env @returns {string[]} */
export const keptByNpm = env => FLAGS.flatMap(flag => {
  const value = env[`npm_config_${flag}`]
  if (!value) return []
  return value === 'true' ? [`--${flag}`] : [`--${flag}`, value]
})
