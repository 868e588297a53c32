import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

// Microsoft's sign-in page comes back here; this hands its answer to the page that asked for it.
void broadcastResponseToMainFrame()
