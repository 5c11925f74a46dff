import fc from 'fast-check'

/**
 * Property tests try the same cases in every run, so that a change is judged by what it changes. `COPYDESK_SEED=random`, or a
 * number of your own, looks for what nobody has thought of yet.
 */
const asked = process.env['COPYDESK_SEED']
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 1 : Number(asked) })
