#pragma once
#include "core/net/datagram.h"
#include "core/server/serverconfig.h"

namespace gb::ui {

/// What a live window does. The parts of the other roles are what the user last had there.
struct ListenChoice
{
    enum class Role : quint8 {
        Server,  ///< is the cameras' SIP server
        Capture, ///< watches a network card
        Hep,     ///< hears what others saw
    };

    Role role = Role::Server;
    ServerConfig server;
    bool keepPassword = false;
    QString interface;
    Endpoint hep{QHostAddress(QHostAddress::AnyIPv4), 9060};
};

} // namespace gb::ui
