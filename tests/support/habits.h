#pragma once
#include <QByteArray>

#include <chrono>

/// What devices of the field do, each in its own way, and all of it right.
namespace gb::test {

struct Habit
{
    enum class Host : quint8 { Domain, OwnAddress, Cloud };
    enum class Renewal : quint8 {
        SameCall, ///< under the Call-ID of the first REGISTER, CSeq going on
        NewCall,  ///< as a first one: another Call-ID, CSeq 1
        OldNonce  ///< with the credentials of the last challenge
    };
    enum class Sn : quint8 { Rising, Constant, Restarting, Random, Wrapping };
    enum class Catalog : quint8 { Hikvision, Recorder, Dahua, Itself };

    const char *name = "";
    const char *userAgent = "IP Camera";
    const char *type = "132"; ///< digits 11 to 13 of its ID
    Host host = Host::Domain; ///< of From and To
    bool alphabetical = false;
    bool route = false;     ///< a Route with its own ID
    bool version = false;   ///< X-GB-Ver
    bool localCall = false; ///< its Call-ID ends in its address
    const char *lengthBlanks = " ";
    const char *prolog = R"(<?xml version="1.0" encoding="GB2312"?>)";
    const char *lineEnd = "\n", *indent = "";
    const char *info = ""; ///< behind Status
    Sn sn = Sn::Rising;
    Catalog catalog = Catalog::Hikvision;
    int expires = 3600, refreshedAt = 50; ///< seconds; percent of them
    Renewal renewal = Renewal::SameCall;
    std::chrono::seconds interval{60};
    std::chrono::milliseconds first{5000}, jitter{50}; ///< of the heartbeats behind the 200 to REGISTER
    bool restarts = false;                             ///< once a day
};

/// By what devices have sent to public threads (data/field) and the defaults of their pages.
inline constexpr Habit habitsOfTheField[] = {
    {.name = "Hikvision camera", .lengthBlanks = "   ", .info = "<Info>\n</Info>\n", .refreshedAt = 95},
    {.name = "Hikvision camera, UTF-8, restarted at night",
        .lengthBlanks = "   ",
        .prolog = R"(<?xml version="1.0" encoding="UTF-8"?>)",
        .info = "<Info>\n</Info>\n",
        .sn = Habit::Sn::Restarting,
        .refreshedAt = 95,
        .renewal = Habit::Renewal::NewCall,
        .restarts = true},
    {.name = "Hikvision recorder",
        .userAgent = "Embedded Net DVR/NVR/DVS",
        .type = "111",
        .host = Habit::Host::Cloud,
        .lengthBlanks = "   ",
        .prolog = R"(<?xml version="1.0" encoding="gb2312"?>)",
        .info = "<Info>\n</Info>\n",
        .sn = Habit::Sn::Random,
        .catalog = Habit::Catalog::Recorder,
        .expires = 7200,
        .refreshedAt = 90},
    {.name = "Hikvision camera, edition of 2022",
        .version = true,
        .lengthBlanks = "   ",
        .prolog = R"(<?xml version="1.0" encoding="GB18030"?>)",
        .info = "<Info>\n</Info>\n",
        .sn = Habit::Sn::Wrapping,
        .expires = 86400},
    {.name = "Dahua camera",
        .userAgent = "SIP UAS V3.0.0.675168",
        .host = Habit::Host::OwnAddress,
        .route = true,
        .localCall = true,
        .lengthBlanks = "   ",
        .prolog = R"(<?xml version="1.0" encoding="GB2312" ?>)",
        .indent = "    ",
        .catalog = Habit::Catalog::Dahua,
        .refreshedAt = 66,
        .renewal = Habit::Renewal::OldNonce,
        .first = std::chrono::milliseconds(60'000)},
    {.name = "Dahua camera, a heartbeat each half a minute",
        .userAgent = "SIP UAS V3.0.0.675168",
        .host = Habit::Host::OwnAddress,
        .route = true,
        .localCall = true,
        .prolog = R"(<?xml version="1.0" encoding="GB2312" ?>)",
        .indent = "    ",
        .catalog = Habit::Catalog::Dahua,
        .refreshedAt = 66,
        .renewal = Habit::Renewal::NewCall,
        .interval = std::chrono::seconds(30),
        .first = std::chrono::milliseconds(100)},
    {.name = "Dahua recorder, old",
        .userAgent = "SIP UAS V2.1.4.500306",
        .type = "118",
        .host = Habit::Host::OwnAddress,
        .localCall = true,
        .prolog = R"(<?xml version="1.0" encoding="GB2312" ?>)",
        .indent = "    ",
        .sn = Habit::Sn::Restarting,
        .catalog = Habit::Catalog::Dahua,
        .expires = 600,
        .first = std::chrono::milliseconds(30'000),
        .jitter = std::chrono::milliseconds(3000)},
    {.name = "Dahua recorder, headers in the order of the alphabet",
        .userAgent = "SIP UAS V3.0.0.1208500",
        .type = "118",
        .host = Habit::Host::OwnAddress,
        .alphabetical = true,
        .route = true,
        .prolog = R"(<?xml version="1.0" encoding="GB2312" ?>)",
        .indent = "    ",
        .catalog = Habit::Catalog::Dahua,
        .refreshedAt = 90,
        .restarts = true},
    {.name = "camera on eXosip, its catalog lists itself",
        .userAgent = "eXosip/4.1.0",
        .prolog = R"(<?xml version="1.0"?>)",
        .lineEnd = "\r\n",
        .sn = Habit::Sn::Random,
        .catalog = Habit::Catalog::Itself,
        .renewal = Habit::Renewal::OldNonce,
        .first = std::chrono::milliseconds(300)},
    {.name = "camera whose SN never changes",
        .userAgent = "Tiandy Tech SIP Agent",
        .prolog = R"(<?xml version="1.0"?>)",
        .lineEnd = "\r\n",
        .info = "<Info></Info>\r\n",
        .sn = Habit::Sn::Constant,
        .catalog = Habit::Catalog::Hikvision,
        .expires = 1800,
        .refreshedAt = 80,
        .first = std::chrono::milliseconds(59'000),
        .jitter = std::chrono::milliseconds(900)},
};

} // namespace gb::test
