import { Page } from '../Page.tsx'

export const LiveScreen = ({ reviewKey: _ }: { reviewKey: string }) => <Page title="Meeting">{null}</Page>
