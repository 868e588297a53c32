/** The version of this app, as `package.json` has it. */
export { version as appVersion } from '../package.json'
