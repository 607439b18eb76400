/**
 * `npm start --demo`: without the lone `--` npm keeps the option for itself and hands it on in the
 * environment only. Here it is heard all the same.
 */

const FLAGS = ['demo', 'browser', 'data', 'site', 'zone', 'port']

/**
 * What npm kept, as arguments. A flag without a value comes as `true`; `browser` with a value is
 * npm's own setting (which browser shows its pages).
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export const keptByNpm = (env) =>
  FLAGS.flatMap((flag) => {
    const value = env[`npm_config_${flag}`]
    if (!value || (flag === 'browser' && value !== 'true')) return []
    return value === 'true' ? [`--${flag}`] : [`--${flag}`, value]
  })
