#pragma once
#include "core/simulator/devicebehaviour.h"

#include <QByteArray>

#include <optional>

namespace gb {

/// What is wrong with a file, and what its field takes.
struct BehaviourProblem
{
    enum class Kind : quint8 {
        None,
        TooLarge, ///< over `most` octets
        Syntax,   ///< no JSON, at octet `place`
        NoObject,
        UnknownField,
        Whole,   ///< a number from `least` to `most`
        Seconds, ///< the same, with decimals
        Flag,    ///< true or false
        Text,    ///< at most `most` characters, no controls
        Word,    ///< one of `words`
        Orders,  ///< an object of lists of elements, by CmdType
        Names,   ///< an object of names of elements, by their right names
        Faults,  ///< a list of `words`
    };
    Kind kind = Kind::None;
    QString field; ///< safe to show
    double least = 0, most = 0;
    QStringList words;
    qsizetype place = 0;
};

struct BehaviourRead
{
    std::optional<DeviceBehaviour> behaviour;
    BehaviourProblem problem; ///< why there is none
};

/// Reads a behaviour as a JSON object of at most 64 KiB. Fields that are left out keep their values of `base`; a field
/// that is not known is an error.
BehaviourRead readBehaviour(const QByteArray &json, const DeviceBehaviour &base = {});

/// Names of the vendors' presets, of presets/*.json.
QStringList presetNames();
/// One of them; empty where there is none of that name.
std::optional<DeviceBehaviour> preset(const QString &name);

} // namespace gb
