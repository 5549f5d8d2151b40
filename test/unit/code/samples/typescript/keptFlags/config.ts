export const config = { featureFlags: { beacons: true } as Record<string, boolean> };
