#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// What a device has: channels, and the tree above them. GB/T 28181-2022 A.2.4.3 and annex J.
namespace gb {

using namespace commands;

static constexpr Parameter parameters[] = {
    {.name = "StartTime", .path = "StartTime", .kind = Kind::Time},
    {.name = "EndTime", .path = "EndTime", .kind = Kind::Time},
};

static constexpr Part items[] = {
    {"DeviceID", PartKind::Id, needed},
    {"Name", PartKind::Text, needed},
    {"Manufacturer"},
    {"Model"},
    {"Owner"},
    {"CivilCode"},
    {"Block"},
    {"Address"},
    {"Parental", PartKind::Integer},
    {"ParentID"},
    {"BusinessGroupID"},
    {"SafetyWay", PartKind::Integer},
    {"RegisterWay", PartKind::Integer},
    {"CertNum"},
    {"Certifiable", PartKind::Integer},
    {"ErrCode", PartKind::Integer},
    {"EndTime", PartKind::Time},
    {"SecurityLevelCode", PartKind::Choice, false, "A|B|C"},
    {"Secrecy", PartKind::Integer},
    {"IPAddress"},
    {"Port", PartKind::Integer},
    {"Password"},
    {"Status", PartKind::Choice, false, "ON|OFF|ONLINE|OFFLINE|OK"},
    {"Longitude", PartKind::Decimal},
    {"Latitude", PartKind::Decimal},
    {"PTZType", PartKind::Integer},
    {"ExtraInfo"},
    {"Info"},
    {"Info/PTZType", PartKind::Integer},
    {"Info/PositionType", PartKind::Integer},
    {"Info/RoomType", PartKind::Integer},
    {"Info/UseType", PartKind::Integer},
    {"Info/SupplyLightType", PartKind::Integer},
    {"Info/DirectionType", PartKind::Integer},
    {"Info/Resolution"},
    {"Info/BusinessGroupID"},
    {"Info/DownloadSpeed"},
    {"Info/SVCSpaceSupportMode", PartKind::Integer},
    {"Info/SVCTimeSupportMode", PartKind::Integer},
    {"Info/SSVCRatioSupportList"},
    {"Info/PhotoelectricImagingType"},
    {"Info/CapturePositionType"},
    {"Info/StreamNumberList"},
    {"Info/MobileDeviceType", PartKind::Integer},
    {"Info/HorizontalFieldAngle", PartKind::Decimal},
    {"Info/VerticalFieldAngle", PartKind::Decimal},
    {"Info/MaxViewDistance", PartKind::Decimal},
    {"Info/GrassrootsCode"},
    {"Info/PointType", PartKind::Integer},
    {"Info/PointCommonName"},
    {"Info/MAC"},
    {"Info/FunctionType"},
    {"Info/EncodeType"},
    {"Info/InstallTime"},
    {"Info/ManagementUnit"},
    {"Info/ContactInfo"},
    {"Info/RecordSaveDays", PartKind::Integer},
    {"Info/IndustrialClassification"},
    {"Event", PartKind::Choice, needed, "ON|OFF|VLOST|DEFECT|ADD|DEL|UPDATE"},
};
constexpr std::span<const Part> answered = std::span(items).first(std::size(items) - 1);

std::span<const Part> commands::catalogItems()
{
    return items;
}

const AskCommand &catalogCommand()
{
    static constexpr AskCommand command{.name = "catalog",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Catalog: channels and folders"),
        .root = ManscdpRoot::Query,
        .cmdType = "Catalog",
        .clause = "A.2.4.3",
        .since = Edition::V2011,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .parameters = parameters,
        .list = "DeviceList",
        .items = answered};
    return command;
}

} // namespace gb
