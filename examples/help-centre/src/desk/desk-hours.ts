import type { CalendarPolicyInput } from "@kefu/calendar";

/** The zone in which the desk's hours are meant and shown. */
export const DESK_ZONE = "Europe/Amsterdam";

/** When people answer. Closed on the public holidays of the Netherlands (Algemene termijnenwet, article 3). */
export const DESK_HOURS: CalendarPolicyInput = {
  id: "service-desk",
  version: 1,
  timeZone: DESK_ZONE,
  weekly: {
    mon: [["08:00", "20:00"]],
    tue: [["08:00", "20:00"]],
    wed: [["08:00", "20:00"]],
    thu: [["08:00", "20:00"]],
    fri: [["08:00", "20:00"]],
    sat: [["09:00", "17:00"]],
  },
  holidays: [
    // New Year, Liberation Day, Christmas
    ...["*-01-01", "*-05-05", "*-12-25", "*-12-26"],
    // King's Day, Easter Monday, Ascension Day, Whit Monday
    ...["2026-04-27", "2026-04-06", "2026-05-14", "2026-05-25"],
    ...["2027-04-27", "2027-03-29", "2027-05-06", "2027-05-17"],
    ...["2028-04-27", "2028-04-17", "2028-05-25", "2028-06-05"],
  ],
};
