import { useFeatureFlag as useOwn } from './FlagsProvider';
import { useSize } from './sizes';

export const Feed = () => (useOwn('⟦wrapper:new-feed⟧') ? <Grid size={useSize('small')} /> : <Text>new-feed</Text>);
