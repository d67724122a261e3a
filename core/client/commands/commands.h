#pragma once
#include "core/client/command.h"

#include <QList>

/// What the files of this folder share.
namespace gb::commands {

using Parameter = AskParameter;
using Kind = AskParameter::Kind;
using Part = AnswerElement;
using PartKind = AnswerElement::Kind;
using Effect = AskCommand::Effect;
using Needs = AskCommand::Needs;

constexpr bool needed = true;
constexpr double largest = 2'147'483'647; ///< of an xs:integer that devices keep in 32 bits

/// A part of every Response to a Control, and of most to a Query.
constexpr Part result{"Result", PartKind::Choice, needed, "OK|ERROR"};

/// The Response to a DeviceConfig.
inline constexpr Part configAnswer[] = {result};

/// What sets a type of configuration, GB/T 28181-2022 A.2.3.2; it is read back by the same ConfigType. `write`, `fill`:
/// as of AskCommand.
constexpr AskCommand setting(const char *name, const char *title, Edition since, std::span<const Parameter> parameters,
    const char *configType, decltype(AskCommand::write) write = nullptr, decltype(AskCommand::fill) fill = nullptr)
{
    return {.name = name,
        .title = title,
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceConfig",
        .clause = "A.2.3.2",
        .since = since,
        .effect = Effect::Sets,
        .needs = Needs::Response,
        .parameters = parameters,
        .answer = configAnswer,
        .write = write,
        .configType = configType,
        .fill = fill};
}

/// An item of a catalogue; the last one, Event, is of a NOTIFY alone.
std::span<const Part> catalogItems();

} // namespace gb::commands
