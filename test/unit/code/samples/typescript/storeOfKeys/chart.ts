import { useFlag } from './flags';
import { useTheme } from './theme';

export const useCharts = () => ({ isDark: useFlag('⟦wrapper:dark-charts⟧'), theme: useTheme('dark-charts') });
