#pragma once
#include "core/simulator/answer.h"

namespace gb::answers {

/// Fills in the right answer, and does to the device what is asked.
using Function = void (*)(DeviceModel &, const Inquiry &, Answer &);

// A file each, of the name of the command
void alarm(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void broadcast(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void catalog(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void configDownload(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void cruiseTrack(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void cruiseTrackList(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void deviceConfig(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void deviceControl(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void deviceInfo(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void deviceStatus(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void homePosition(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void preset(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void ptzPosition(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void recordInfo(DeviceModel &device, const Inquiry &inquiry, Answer &answer);
void sdCardStatus(DeviceModel &device, const Inquiry &inquiry, Answer &answer);

/// Of DeviceControl, by its element behind DeviceID. False: the element says nothing that can be done.
using ControlFunction = bool (*)(DeviceModel &, UnitState &, const XmlElement &element, const Inquiry &, Answer &);

// controls.cpp
bool ptzCmd(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool teleBoot(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool recordCmd(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool guardCmd(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool alarmCmd(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool keyFrameCmd(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
// controlsptz.cpp
bool dragZoomIn(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool dragZoomOut(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool setHomePosition(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool ptzPreciseCtrl(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool targetTrack(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
// controls2022.cpp
bool deviceUpgrade(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);
bool formatSdCard(DeviceModel &, UnitState &, const XmlElement &, const Inquiry &, Answer &);

/// The answer to any request: by the list of commands, with the device's habits and faults. `number` counts requests.
Answer answerTo(DeviceModel &device, const Inquiry &inquiry, quint64 number);

/// A SessionID of 2022: 32 to 128 letters, digits and hyphens.
bool isSession(const QString &id);

/// The elements of a PTZPosition or of a Catalog, as NOTIFYs have them, too.
QList<XmlElement> positionElements(const PtzPosition &position);

} // namespace gb::answers
