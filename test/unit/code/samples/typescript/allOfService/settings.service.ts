export class SettingsService {
  rows(user: { id: string }) {
    return readRows('settings', user.id);
  }
}
