// MSAL is the largest part of the page: only what is named here is fetched, and while the first screen is already there.
export {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
} from '@azure/msal-browser'
