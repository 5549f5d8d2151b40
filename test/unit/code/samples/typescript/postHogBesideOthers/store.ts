import { createContext, useContext } from 'react';

const FlagContext = createContext({ configcat: {}, posthog: {} });

export const useFlagStore = () => useContext(FlagContext);
