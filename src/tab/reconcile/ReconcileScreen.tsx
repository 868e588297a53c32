import { Page } from '../Page.tsx'

export const ReconcileScreen = () => <Page title="Compare lists">{null}</Page>
